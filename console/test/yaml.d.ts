/** The part that tests use; the library brings no types. */
declare module 'js-yaml' {
  export function load(text: string): unknown;
}
