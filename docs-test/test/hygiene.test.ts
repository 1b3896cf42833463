import { describe, expect, it } from 'vitest'
import { machinePaths, registryHosts } from '../src/hygiene.ts'
import { documents, read } from '../src/repository.ts'

describe('the check', () => {
  it.each([
    ['see /home/anna/rxcl/a.ts', ['/home/anna/rxcl/a.ts']],
    ['`/tmp/x`', ['/tmp/x']],
    ['C:\\Users\\anna', ['C:\\Users\\anna']],
    ['docs/guide/work/tmp/a.md', []],
    ['../home/a.md', []],
    ['and/or', []],
  ])('finds in %j the paths %j', (document, expected) => {
    expect(machinePaths(document)).toEqual(expected)
  })

  it.each([
    ['https://registry.example/rxjs', ['registry.example']],
    ['http://10.0.0.7/npm', ['10.0.0.7']],
    ['http://localhost:4873', ['localhost:4873']],
    ['https://npm.company.example/a', ['npm.company.example']],
    ['https://packages.example:8443/a', ['packages.example:8443']],
    ['https://registry.khronos.org/OpenCL/', []],
    ['https://rxjs.dev/guide', []],
  ])('finds in %j the hosts %j', (document, expected) => {
    expect(registryHosts(document)).toEqual(expected)
  })
})

describe.each(documents())('%s', (file) => {
  it('names no path of a machine', () => {
    expect(machinePaths(read(file))).toEqual([])
  })

  it('names no host of a registry', () => {
    expect(registryHosts(read(file))).toEqual([])
  })
})
