import { memo } from 'react'
import { KINDS } from '../../../shared/meeting/facts.ts'
import { KindGlyph } from '../../ui/kind-glyph.tsx'

/** The signs of the kinds, once for the page: the editor's lines are no components, and point to them. */
export const KindSprite = memo(function KindSprite() {
  return (
    <svg className="kind-sprite" aria-hidden="true" focusable="false">
      <title>{''}</title>
      {KINDS.map((kind) => (
        <symbol key={kind} id={`kind-${kind}`} viewBox="0 0 24 24">
          <KindGlyph kind={kind} />
        </symbol>
      ))}
    </svg>
  )
})
