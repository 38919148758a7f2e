import { strToU8 } from 'fflate'
import type { Footnote, Inline, Line, Looks, Paragraph, Report, Section } from '../../shared/report/report.ts'
import { countWords } from '../../shared/report/word-count.ts'
import type { ReportWriter } from './report-writer.ts'

/**
 * A page for reading, without style or script of its own: the looks belong to whoever shows it, by the class names in
 * this folder's README. All of it that counts is the one `article`.
 */
export const htmlWriter: ReportWriter = {
  mime: 'text/html; charset=utf-8',
  extension: 'html',
  async write(report) {
    const { language, direction, front } = report
    const head = `<meta charset="utf-8"><title>${escapeHtml(front.title)}</title>`
    return strToU8(
      `<!doctype html>\n<html lang="${language}" dir="${direction}"><head>${head}</head><body>\n${article(report)}</body></html>\n`,
    )
  },
}

function article(report: Report): string {
  const { language, direction, header, sections, footnotes } = report
  const { words, limit } = countWords(report)
  return [
    `<article class="report" lang="${language}" dir="${direction}" data-words="${words}" data-word-limit="${limit}">`,
    `<p class="report-header">${escapeHtml(header)}</p>`,
    titlePage(report),
    ...sections.map((section) => sectionHtml(report, section)),
    footnotes.length === 0 ? '' : footnotesHtml(report, footnotes),
    '</article>\n',
  ].join('\n')
}

function titlePage({ front, omissions }: Report): string {
  const lines: [name: string, text: string | null][] = [
    ['form', front.form],
    ['place', front.placeAndDates],
    ['convener', front.convener],
    ['notice', front.notice],
  ]
  const [form = '', ...others] = lines.map(([name, text]) =>
    text === null || text === '' ? '' : `<p class="report-${name}">${escapeHtml(text)}</p>\n`,
  )
  const title = `<h1 class="report-title">${escapeHtml(front.title)}</h1>\n`
  return `<header class="report-front">\n${form}${title}${others.join('')}${omissionsHtml(front.omissionsTitle, omissions)}</header>`
}

function omissionsHtml(title: string, omissions: Report['omissions']): string {
  if (omissions.length === 0) return ''
  const items = omissions.map(({ kind, count, topics, text }) => {
    const data = `data-kind="${kind}" data-count="${count}" data-topics="${topics.join(' ')}"`
    return `<li class="report-omission" ${data}>${escapeHtml(text)}</li>\n`
  })
  return `<p class="report-omissions-title">${escapeHtml(title)}</p>\n<ul class="report-omissions">\n${items.join('')}</ul>\n`
}

function sectionHtml(report: Report, { level, number, heading, content }: Section): string {
  // The title of the document is the page's only h1.
  const tag = `h${level + 1}`
  const sign = number === null ? '' : `<span class="report-number">${escapeHtml(number)}</span> `
  // The number hangs on the page's own side, whatever the words.
  const words = `<span class="report-words"${spoken(report, heading)}>${lineHtml(report, heading)}</span>`
  const head = `<${tag} class="report-heading">${sign}${words}</${tag}>\n`
  const parts = content.map((part) =>
    part.kind === 'section' ? sectionHtml(report, part) : paragraphHtml(report, part),
  )
  return `<section class="report-section report-level-${level}">\n${head}${parts.join('')}</section>\n`
}

function paragraphHtml(report: Report, paragraph: Paragraph): string {
  const { role, item, number, list } = paragraph
  const names = ['report-paragraph', `report-${role}`]
  if (list !== null) names.push(`report-${list.kind}`, `report-depth-${list.level}`)
  const sign = number?.text ?? list?.text
  const shownSign = sign === undefined ? '' : `<span class="report-number">${escapeHtml(sign)}</span> `
  const data = `data-item="${escapeHtml(item)}"`
  return `<p class="${names.join(' ')}" ${data}${spoken(report, paragraph)}>${shownSign}${lineHtml(report, paragraph)}</p>\n`
}

function footnotesHtml(report: Report, footnotes: readonly Footnote[]): string {
  const items = footnotes.map((note) => {
    const mark = `<sup class="report-note">${note.number}</sup>`
    return `<p class="report-footnote"${spoken(report, note)}>${mark} ${lineHtml(report, note)}</p>\n`
  })
  return `<footer class="report-footnotes">\n${items.join('')}</footer>\n`
}

/** Language and direction of a line, where they are not the document's. */
function spoken({ language, direction }: Report, line: Line): string {
  const lang = line.lang === language ? '' : ` lang="${escapeHtml(line.lang)}"`
  return line.direction === direction ? lang : `${lang} dir="${line.direction}"`
}

function lineHtml(report: Report, { lang, inlines }: Line): string {
  return inlines.map((inline) => inlineHtml(report, lang, inline)).join('')
}

function inlineHtml(report: Report, lang: string, inline: Inline): string {
  switch (inline.kind) {
    case 'text': {
      const text = looked(escapeHtml(inline.text), inline)
      if (inline.href === undefined) return text
      return `<a href="${escapeHtml(inline.href)}" rel="noopener noreferrer nofollow">${text}</a>`
    }
    case 'break':
      return '<br>'
    case 'bracket':
      return `<span class="report-bracket">${looked(inline.side === 'open' ? '[' : ']', inline)}</span>`
    case 'reference':
      return `<span class="report-reference">${looked(escapeHtml(inline.text), inline)}</span>`
    case 'credit': {
      const spokenIn = lang === report.language ? '' : ` lang="${report.language}"`
      return `<span class="report-credit"${spokenIn}>${looked(escapeHtml(inline.text), inline)}</span>`
    }
    case 'note':
      return `<sup class="report-note">${inline.number}</sup>`
  }
}

function looked(html: string, { bold, italic, underline, strike }: Looks): string {
  let out = html
  if (strike) out = `<s>${out}</s>`
  if (underline) out = `<u>${out}</u>`
  if (italic) out = `<i>${out}</i>`
  return bold ? `<b>${out}</b>` : out
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
