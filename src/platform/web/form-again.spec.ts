import { houseRule } from '../../domain/kernel/blocker';
import { stale } from '../database/unit-of-work';
import { besideField, refusedForm } from './form-again';

describe('a refused form', () => {
  it('carries the version of now where somebody else was faster, so that it can be saved after a look', () => {
    const state = refusedForm({ place: '北墙', version: '1' }, [stale], { version: 3 });
    expect(state.values).toEqual({ place: '北墙', version: '3' });
    expect(state.summary).toEqual([{ message: stale.text }]);
  });

  it('keeps the version the person saw for any other reason', () => {
    const state = refusedForm({ version: '1' }, [houseRule('x', '不行')], { version: 3 });
    expect(state.values.version).toBe('1');
  });

  it('says reasons against files beside their field', () => {
    expect(besideField('photos', [houseRule('file.heic', '请改用 JPG')])).toEqual([
      { field: 'photos', message: '请改用 JPG' },
    ]);
  });
});
