import type { Editor } from '@tiptap/core'
import type { Plugin } from '@tiptap/pm/state'

/**
 * Has an editor that is being made draw its text by these plugins' views. Tiptap makes the view before it has plugins: the text
 * would be drawn by the schema first, and all of it once more as soon as a plugin brings views.
 */
export function drawFromTheStart({ extensionManager }: Editor, plugins: readonly Plugin[]): void {
  const nodeViews = Object.assign({}, ...plugins.map(({ props }) => props.nodeViews))
  const markViews = Object.assign({}, ...plugins.map(({ props }) => props.markViews))
  Object.defineProperties(extensionManager, {
    nodeViews: { value: nodeViews },
    markViews: { value: markViews },
  })
}
