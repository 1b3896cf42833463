import { Chart } from './chart.ts'
import { showDetails } from './hover.ts'
import { readData } from './read-data.ts'
import { steer } from './steer.ts'

const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector)
  if (element === null) throw new Error(`The page has no ${selector}`)
  return element
}

const timeline = readData(find('#timeline').textContent ?? '')
const parent = find('.chart')
const chart = new Chart(parent, timeline)
showDetails(chart, timeline, find('.tip'))
steer(chart, parent, document.querySelectorAll<HTMLElement>('[data-zoom]'))
