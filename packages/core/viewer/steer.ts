import type { Chart } from './chart.ts'

const CLOSER = 0.5
const FURTHER = 2
const STEP = 80

const drag = (chart: Chart): void => {
  const { plot } = chart
  let last: number | undefined
  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    last = event.clientX
    plot.setPointerCapture(event.pointerId)
  })
  plot.addEventListener('pointermove', ({ clientX }) => {
    if (last === undefined) return
    chart.move(last - clientX)
    last = clientX
  })
  for (const end of ['pointerup', 'pointercancel'] as const) plot.addEventListener(end, () => (last = undefined))
}

/** The wheel alone scrolls the page, which may be longer than the window. */
const turnWheel = (chart: Chart): void =>
  chart.plot.addEventListener(
    'wheel',
    (event) => {
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX
      if (event.ctrlKey || event.metaKey)
        chart.zoom(2 ** (event.deltaY / 200), event.clientX - chart.plot.getBoundingClientRect().left)
      else if (sideways !== 0) chart.move(sideways)
      else return
      event.preventDefault()
    },
    { passive: false },
  )

/** Lets the pointer, the wheel, keys and buttons move and zoom the chart. */
export const steer = (chart: Chart, keys: HTMLElement, buttons: Iterable<HTMLElement>): void => {
  const actions: Readonly<Record<string, () => void>> = {
    '+': () => chart.zoom(CLOSER),
    '=': () => chart.zoom(CLOSER),
    '-': () => chart.zoom(FURTHER),
    '0': () => chart.showAll(),
    ArrowLeft: () => chart.move(-STEP),
    ArrowRight: () => chart.move(STEP),
    in: () => chart.zoom(CLOSER),
    out: () => chart.zoom(FURTHER),
    all: () => chart.showAll(),
  }
  keys.addEventListener('keydown', (event) => {
    const action = actions[event.key]
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    action()
    event.preventDefault()
  })
  for (const button of buttons) button.addEventListener('click', () => actions[button.dataset['zoom'] ?? '']?.())
  chart.plot.addEventListener('dblclick', (event) =>
    chart.zoom(CLOSER, event.clientX - chart.plot.getBoundingClientRect().left),
  )
  drag(chart)
  turnWheel(chart)
}
