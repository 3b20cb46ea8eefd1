/** A JSON value that is an object, such as a schema; `false` lets nothing pass. */
export type Json = Readonly<Record<string, unknown>> | false;

export const jsonSchemaDialect = 'https://json-schema.org/draft/2020-12/schema';
