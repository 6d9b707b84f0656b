/**
 * Moves labels that would stand on each other apart: places are percent from the bottom, and so is the least distance.
 * The order stays, nothing leaves 0–100 where all fit, and a label that collides with none stays where it is.
 */
export function placeLabels(places: readonly number[], distance: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((one, other) => one.place - other.place);
  const placed = order.map(({ place }) => place);
  for (let at = 1; at < placed.length; at += 1) {
    placed[at] = Math.max(placed[at] as number, (placed[at - 1] as number) + distance);
  }
  let ceiling = 100;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(placed[at] as number, ceiling);
    ceiling = (placed[at] as number) - distance;
  }
  const found = new Array<number>(places.length);
  order.forEach(({ index }, at) => {
    found[index] = placed[at] as number;
  });
  return found;
}
