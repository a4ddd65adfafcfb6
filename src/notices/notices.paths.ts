/** Every URL of the notices, without base path. */
export const noticePaths = {
  show: (id: number) => `/notices/${id}`,
  print: (id: number) => `/notices/${id}/print`,
  photos: (id: number) => `/notices/${id}/photos`,
  withdraw: (id: number) => `/notices/${id}/withdraw`,
  withdrawals: (id: number) => `/notices/${id}/withdrawals`,
};
