const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text that HTML shows as it is, also within quotes. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (found) => ENTITIES[found] ?? found)

/** JSON that stays within its script element: no text in it can end that, or begin a comment. */
export const escapeScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
