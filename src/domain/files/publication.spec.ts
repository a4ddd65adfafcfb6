import { publicCaption, publishBlockers, withdrawBlockers } from './publication';

const ready = {
  ...({ kind: 'photo', purpose: 'view', state: 'internal' } as const),
  ...{ caption: '改造前的院门', unrecognisable: true },
};
const codes = (blockers: { code: string }[]) => blockers.map((blocker) => blocker.code);

describe('showing a photo to everybody', () => {
  it('is open when a person looked at it and described it', () => {
    expect(publishBlockers(ready)).toEqual([]);
  });

  it('needs the yes that nobody can be recognised, by law', () => {
    const blockers = publishBlockers({ ...ready, unrecognisable: false });
    expect(codes(blockers)).toEqual(['file.people-unchecked']);
    expect(blockers[0].level).toBe('law');
  });

  it('needs words beside the photo', () => {
    expect(codes(publishBlockers({ ...ready, caption: '  ' }))).toEqual(['file.no-caption']);
  });

  it('a sheet people signed stays inside, whatever was ticked', () => {
    expect(publishBlockers({ ...ready, purpose: 'sign-in' })).toEqual([
      {
        ...{ code: 'file.stays-inside', level: 'law', source: '个人信息保护法 §25、§26' },
        text: '签到表上有姓名和签名，只留在内部，不能公开',
      },
    ]);
    expect(publishBlockers({ ...ready, purpose: 'meeting' })).toEqual([]);
  });

  it('the words beside a structure are those of its kind, whatever was typed', () => {
    const typed = ' 3号楼2单元门口 ';
    expect(publicCaption({ purpose: 'view', caption: '院门' }, typed)).toBe('3号楼2单元门口');
    const structure = { purpose: 'structure', caption: '疑似私搭房屋、棚屋，拆除前' } as const;
    expect(publicCaption(structure, typed)).toBe('疑似私搭房屋、棚屋，拆除前');
  });

  it('is for photos only, and once', () => {
    expect(codes(publishBlockers({ ...ready, kind: 'document' }))).toEqual(['file.not-public']);
    expect(codes(publishBlockers({ ...ready, state: 'published' }))).toEqual(['file.already-public']);
  });

  it('every reason is said at once', () => {
    expect(
      publishBlockers({
        ...{ kind: 'document', purpose: 'sign-in', state: 'published' },
        ...{ caption: '', unrecognisable: false },
      }),
    ).toHaveLength(5);
  });

  it('is taken back only from the public', () => {
    expect(withdrawBlockers('published')).toEqual([]);
    expect(codes(withdrawBlockers('internal'))).toEqual(['file.not-yet-public']);
  });
});
