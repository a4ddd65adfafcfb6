/** Was there an alert for heavy pollution? */
export const alertNames = { none: '没有重污染预警', alert: '有重污染预警' } as const;

/** Was a supply cut to make somebody leave? */
export const utilitiesNames = {
  none: '没有停水、停电、停热、停燃气',
  cut: '停了水、电、热或燃气',
} as const;
