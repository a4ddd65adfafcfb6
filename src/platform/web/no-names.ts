/** Said beside every field of free text: people are never written of by name. */
export const noNames = '不写姓名、电话、身份证号、门牌号';
