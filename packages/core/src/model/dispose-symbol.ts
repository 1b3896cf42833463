/** Node before 20.5 and older browsers lack Symbol.dispose; `using` compiles to this symbol there. */
export const DISPOSE: typeof Symbol.dispose = Symbol.dispose ?? (Symbol.for('Symbol.dispose') as typeof Symbol.dispose)
