/** Version of the statement engine: raised whenever its output changes, so that older output is derived again. */
export const ENGINE_VERSION = 5
