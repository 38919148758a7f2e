import { useText } from '../../i18n/text.tsx'
import { AdviceMark } from './advice-mark.tsx'
import { BackMark } from './back-mark.tsx'
import { BracketCount } from './bracket-count.tsx'
import { CommentChip } from './comment-chip.tsx'
import { IconSpace } from './icon-space.tsx'
import { useCommentCount } from './use-comment-count.ts'
import { useItemAdvice } from './use-item-advice.ts'
import { useBracketCount } from './use-marks.ts'
import { WaitingMark } from './waiting-mark.tsx'

interface LineMarksProps {
  item: string
  /** Whether its brackets are counted here. */
  hasBrackets: boolean
  isNear: boolean
}

/** What the quiet line counts of an item: brackets, comments, advice. */
export function LineMarks({ item, hasBrackets, isNear }: LineMarksProps) {
  if (!isNear) return <FarMarks item={item} hasBrackets={hasBrackets} />
  return (
    <>
      {hasBrackets && <BracketCount item={item} />}
      <BackMark item={item} isNear />
      <WaitingMark item={item} />
      <CommentChip item={item} />
      <AdviceMark item={item} />
    </>
  )
}

/** The same words in the same places, for who reads or searches what is not in sight: nothing to press. */
function FarMarks({ item, hasBrackets }: Omit<LineMarksProps, 'isNear'>) {
  const { t } = useText()
  const brackets = useBracketCount(item)
  const comments = useCommentCount(item)
  const advice = useItemAdvice(item).left.length
  return (
    <>
      {hasBrackets && brackets > 0 && (
        <FarMark
          className="draft-bracket-count"
          count={brackets}
          words={t('brackets.inItem', { count: brackets })}
        />
      )}
      <BackMark item={item} isNear={false} />
      {comments > 0 && (
        <FarMark className="draft-sources" count={comments} words={t('threads.count', { count: comments })} />
      )}
      {advice > 0 && (
        <FarMark
          className="draft-sources draft-advice-mark"
          count={advice}
          words={t('advice.count', { count: advice })}
        />
      )}
    </>
  )
}

function FarMark({ className, count, words }: { className: string; count: number; words: string }) {
  return (
    <span className={className}>
      <IconSpace /> <span aria-hidden>{count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
