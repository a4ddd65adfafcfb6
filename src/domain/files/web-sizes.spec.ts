import { fitInside, formatOf, isWebCopy, webCopies } from './web-sizes';

describe('the sizes a photo is shown in', () => {
  it('are two sides in two formats', () => {
    expect(webCopies).toEqual(['480.webp', '480.jpg', '1600.webp', '1600.jpg']);
    expect(formatOf('480.webp')).toBe('webp');
    expect(formatOf('1600.jpg')).toBe('jpg');
  });

  it.each(['original', '480', '481.webp', '480.png', '../1600.jpg', ''])('%j is not one of them', (text) => {
    expect(isWebCopy(text)).toBe(false);
  });

  it.each([
    [{ width: 4000, height: 3000 }, 1600, { width: 1600, height: 1200 }],
    [{ width: 3000, height: 4000 }, 480, { width: 360, height: 480 }],
    [{ width: 1600, height: 900 }, 1600, { width: 1600, height: 900 }],
    [{ width: 1601, height: 900 }, 1600, { width: 1600, height: 899 }],
    [{ width: 300, height: 200 }, 480, { width: 300, height: 200 }],
    [{ width: 40000, height: 16 }, 480, { width: 480, height: 1 }],
  ])('%j becomes, with a longest side of %d, %j', (original, side, copy) => {
    expect(fitInside(original, side)).toEqual(copy);
  });
});
