/** How long an arrival waits for the phone to find out where it is. */
const PATIENCE_MS = 5_000;

/** Where the phone is, as far as it tells: an arrival counts without a place too. */
export function position(source: Geolocation | undefined = navigator.geolocation): Promise<{ latitude?: number; longitude?: number }> {
  return new Promise(resolve => {
    if (!source) { resolve({}); return; }
    source.getCurrentPosition(({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude }), () => resolve({}),
      { timeout: PATIENCE_MS, maximumAge: 60_000, enableHighAccuracy: true });
  });
}
