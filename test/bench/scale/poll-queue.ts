export const pollQueue = 'bench-poll';
export const pollWorkflow = 'dailyPoll';
