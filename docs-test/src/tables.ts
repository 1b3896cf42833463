const cells = (line: string): readonly string[] =>
  line
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

/** The rows of the table whose first heading is `first`, by its headings. */
export const rowsOf = (document: string, first: string): readonly Readonly<Record<string, string>>[] => {
  const lines = document.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${first} |`))
  if (start === -1) return []
  const headings = cells(lines[start] ?? '')
  const rest = lines.slice(start + 2)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .map((line) => Object.fromEntries(cells(line).map((cell, index) => [headings[index] ?? '', cell])))
}
