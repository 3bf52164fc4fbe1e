/** What a person chose for himself on this device; kept until he chooses otherwise, whoever signs in or out. */
export function choice(name: string): string | null {
  try {
    return localStorage.getItem(`gongdan.${name}`);
  } catch {
    return null; // storage may be forbidden
  }
}

export function choose(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`gongdan.${name}`);
    else localStorage.setItem(`gongdan.${name}`, value);
  } catch { /* then it is not remembered */ }
}
