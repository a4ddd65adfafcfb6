import { pdf } from '../../test/fixtures/files/documents';
import { pdfFactsOf } from './document-check';

describe('a look into a PDF', () => {
  it('a whole one has its end mark and no lock', () => {
    expect(pdfFactsOf(pdf())).toEqual({ hasEndMark: true, locked: false });
  });

  it('the end mark is searched in the last kilobyte, where readers search it', () => {
    expect(pdfFactsOf(Buffer.concat([pdf(), Buffer.alloc(1018)])).hasEndMark).toBe(true);
    expect(pdfFactsOf(Buffer.concat([pdf(), Buffer.alloc(1019)])).hasEndMark).toBe(false);
  });

  it.each(['/Encrypt 5 0 R', '/Encrypt\n12 0 R', '/Encrypt<</Filter/Standard>>'])('%j is a lock', (entry) => {
    expect(pdfFactsOf(pdf(entry)).locked).toBe(true);
  });

  it.each(['/EncryptMetadata true', '/Encrypted 5', '/Title(/Encrypt me)'])('%j is none', (entry) => {
    expect(pdfFactsOf(pdf(entry)).locked).toBe(false);
  });

  it('20 MB of the word are read to the end', () => {
    expect(pdfFactsOf(Buffer.alloc(20 * 1024 * 1024, '/Encrypt')).locked).toBe(true);
  });
});
