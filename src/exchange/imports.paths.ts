/** Every URL of the import, without base path. */
export const importPaths = {
  index: () => '/imports',
  new: () => '/imports/new',
  template: () => '/imports/template',
  show: (id: number) => `/imports/${id}`,
  mapping: (id: number) => `/imports/${id}/mapping`,
  /** The mapping page with another sheet of the file. */
  sheet: (id: number, position: number) => `/imports/${id}/mapping?sheet=${position + 1}`,
  preview: (id: number) => `/imports/${id}/preview`,
  /** The preview, opened at one group of rows. */
  group: (id: number, group: string, page = 1) =>
    `/imports/${id}/preview?show=${group}${page > 1 ? `&page=${page}` : ''}`,
  choices: (id: number) => `/imports/${id}/choices`,
  confirmations: (id: number) => `/imports/${id}/confirmations`,
  discards: (id: number) => `/imports/${id}/discards`,
  undo: (id: number) => `/imports/${id}/undo`,
  undoings: (id: number) => `/imports/${id}/undoings`,
};
