/** Whether something is written as an address that can be fetched. */
export const isWebAddress = (text: string): boolean => /^https?:\/\//iu.test(text);
