import { vendored } from './vendored';

describe('files of other authors', () => {
  it.each(vendored())('$name carries its licence and the code', ({ content }) => {
    const text = content.toString();
    expect(text).toMatch(/^\/\*! [\s\S]*(Copyright|©)[\s\S]*Licen[sc]e[\s\S]* \*\/\n[^\s]/);
    expect(() => new Function(text)).not.toThrow();
  });
});
