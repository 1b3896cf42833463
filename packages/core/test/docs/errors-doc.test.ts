import { describe, expect, it } from 'vitest'
import { ALL_CONDITIONS } from '../../src/validate/conditions/all-conditions.ts'
import { renderErrors } from './render-errors.ts'

describe('docs/errors.md', () => {
  it('says what the conditions say', async () => {
    await expect(renderErrors(ALL_CONDITIONS)).toMatchFileSnapshot('../../../../docs/errors.md')
  })

  it('has one row per condition', () => {
    const rows = renderErrors(ALL_CONDITIONS)
      .split('\n')
      .filter((line) => /^\| \w+ \| CL_\w+ \|/.test(line))
    expect(rows).toHaveLength(ALL_CONDITIONS.flatMap((table) => table.conditions).length)
  })
})
