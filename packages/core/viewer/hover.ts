import type { Chart } from './chart.ts'
import type { Timeline } from './read-data.ts'
import { describeCommand, describeMany } from './tip.ts'

const AWAY = 14

/** Beside the pointer, where there is room. */
const place = (tip: HTMLElement, { clientX, clientY }: PointerEvent): void => {
  const { innerWidth, innerHeight } = window
  const { width, height } = tip.getBoundingClientRect()
  const left = clientX + AWAY + width > innerWidth ? clientX - AWAY - width : clientX + AWAY
  tip.style.left = `${Math.max(4, left)}px`
  tip.style.top = `${Math.max(4, Math.min(clientY + AWAY, innerHeight - height - 4))}px`
}

/** Tells of the command under the pointer. */
export const showDetails = (chart: Chart, timeline: Timeline, tip: HTMLElement): void => {
  let shown: Element | undefined
  const hide = (): void => {
    shown = undefined
    tip.hidden = true
    chart.relate(undefined)
  }
  chart.plot.addEventListener('pointermove', (event) => {
    const bar = event.target instanceof SVGElement && event.buttons === 0 ? event.target.closest('.bar') : null
    if (!(bar instanceof SVGElement)) {
      hide()
      return
    }
    if (bar !== shown) {
      const count = Number(bar.dataset['count'])
      const command = timeline.byId.get(Number(bar.dataset['id']))
      const isOne = count === 1 && command !== undefined
      tip.replaceChildren(...(isOne ? describeCommand(command, timeline) : describeMany(count)))
      chart.relate(isOne ? command : undefined)
      shown = bar
      tip.hidden = false
    }
    place(tip, event)
  })
  chart.plot.addEventListener('pointerleave', hide)
}
