/** `/path?a=1&b=2&b=3`, leaving out what is not set. */
export function withQuery(path: string, query: Record<string, string | number | boolean | string[] | undefined | null>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
  }
  return search.size ? `${path}?${search}` : path;
}
