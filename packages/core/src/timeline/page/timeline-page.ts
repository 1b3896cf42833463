import type { TimelineEntry } from '../entry.ts'
import { escapeHtml, escapeScript } from './escape.ts'
import { KINDS } from './kinds.ts'
import { pageData, type PageData } from './page-data.ts'
import { VIEWER_SCRIPT, VIEWER_STYLE } from './viewer.generated.ts'
import { bytesInWords, countInWords, shareInWords, timeInWords } from './words.ts'

/** What a page says beside its entries. */
export interface TimelinePageOptions {
  /** Its heading. */
  readonly title?: string
  /** How many older commands the timeline has dropped: `dropped` of the Timeline. */
  readonly dropped?: number
}

/** Nothing but what is in the page itself. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'"

const fact = (name: string, value: string, remark: string): string =>
  `<div><dt>${name}</dt><dd>${value}</dd><dd class="remark">${remark}</dd></div>`

const factsOf = ({ commands, lanes, total, path }: PageData, dropped: number): string => {
  const bytes = commands.reduce((sum, command) => sum + command.bytes, 0)
  const failed = commands.filter(({ status }) => status < 0).length
  const open = commands.filter(({ by }) => by === 'open').length
  const remarks = [
    failed === 0 ? 'none failed' : `${failed.toLocaleString('en-US')} failed`,
    ...(open === 0 ? [] : [`${open.toLocaleString('en-US')} not settled`]),
    ...(dropped === 0 ? [] : [`${countInWords(dropped, 'older command')} dropped`]),
  ]
  const rate = total === 0 ? '' : `${bytesInWords(Math.round((bytes / total) * 1e6))}/s`
  const share = `${countInWords(path.ids.length, 'command')}, ${shareInWords(path.microseconds, total)} of the total`
  return [
    fact('Total', timeInWords(total), `on ${countInWords(lanes.length, 'queue')}`),
    fact('Commands', commands.length.toLocaleString('en-US'), remarks.join(', ')),
    fact('Bytes', bytesInWords(bytes), rate),
    fact('Critical path', timeInWords(path.microseconds), share),
  ].join('\n')
}

const legend = (): string => {
  const entry = (name: string, text: string): string => `<li><i class="swatch ${name}"></i>${text}</li>`
  return [
    ...Object.entries(KINDS).map(([kind, text]) => entry(kind, text)),
    entry('critical', 'critical path'),
    entry('failed', 'failed'),
    entry('host', 'timed by the host'),
    '<li><i class="line"></i>wait list</li>',
    '<li><i class="line hazard"></i>hazard</li>',
  ].join('')
}

/**
 * The entries as one HTML file that needs nothing else and no network: a lane per queue, a bar per command, arrows for waits,
 * details on hover, zoom and pan, the critical path and a summary. The same entries give the same page.
 */
export const timelinePage = (entries: readonly TimelineEntry[], options: TimelinePageOptions = {}): string => {
  const title = escapeHtml(options.title ?? 'Timeline of OpenCL commands')
  const data = pageData(entries)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${VIEWER_STYLE}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<dl>
${factsOf(data, options.dropped ?? 0)}
</dl>
</header>
<main>
<div class="toolbar">
<ul class="legend">${legend()}</ul>
<p class="keys">Drag to move, Ctrl and wheel to zoom, or + − 0 and arrow keys</p>
<div class="buttons">
<button type="button" data-zoom="in" title="Zoom in (+)">+</button>
<button type="button" data-zoom="out" title="Zoom out (−)">−</button>
<button type="button" data-zoom="all" title="Show all (0)">All</button>
</div>
</div>
<div class="chart" tabindex="0" role="img" aria-label="Commands over time, a lane per queue"></div>
<noscript><p>The chart needs JavaScript.</p></noscript>
</main>
<div class="tip" role="status" hidden></div>
<script type="application/json" id="timeline">${escapeScript(data)}</script>
<script>
${VIEWER_SCRIPT}</script>
</body>
</html>
`
}
