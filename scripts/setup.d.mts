// What the tests take of setup.mjs.
export const natsMissing: string;
export const postgresMissing: string;
export function natsServer(): string | null;
export function postgresFolder(): string | null;
