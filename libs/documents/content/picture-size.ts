import { FileInflates } from '../errors.js';

/** An A3 page at 600 dots per inch has 70 million. */
const mostPixels = 100_000_000;

/** @throws FileInflates */
export function checkPixels(width: number, height: number): void {
  if (width * height > mostPixels)
    throw new FileInflates(`a picture of ${width} × ${height} pixels, where 100 million are the most`);
}
