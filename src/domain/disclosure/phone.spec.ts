import { publicPhone } from './phone';

describe('a published phone number', () => {
  it.each([
    ['a landline of Zhengzhou', '037100000001', '0371-0000 0001', '037100000001'],
    ['the same with dashes and blanks', '0371-0000 0001', '0371-0000 0001', '037100000001'],
    ['a landline of a three-digit area', '01066666666', '010-6666 6666', '01066666666'],
    ['a landline with seven digits', '03945556666', '0394-555 6666', '03945556666'],
    ['a mobile number', '13800001234', '138 0000 1234', '13800001234'],
    ['a hotline', '12345', '12345', '12345'],
  ])('%s', (_, stored, words, dial) => {
    expect(publicPhone(stored)).toEqual({ words, dial });
  });

  it('is nothing when no digit is there', () => {
    expect(publicPhone('—')).toBeNull();
  });
});
