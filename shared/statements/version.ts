/** Version of the engine of statements and matters: raised whenever its output changes, so that older output is derived again. */
export const ENGINE_VERSION = 7
