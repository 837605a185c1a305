/** Sample data: no such company. */
export const applicationExample = {
  company: {
    name: '上海牌照示例科技有限公司',
    uscc: '91310000MA1K000019',
    province: 'sh',
    city: '上海市',
    registeredCapital: 1_000_000,
    foreignShare: 0,
    establishedOn: '2024-05-20',
    shareholders: [{ kind: 'natural-person', percent: 100, foreign: false }],
  },
  serviceTypes: ['B24'],
  coverage: { kind: 'province', provinces: ['sh'] },
};

export const assessmentExample = {
  ...applicationExample,
  service: { for: 'others', channels: ['phone', 'instant-messages'], users: 'domestic', clients: 'domestic' },
  conditions: { company: true, funds: true, staff: true, longTermService: true, premises: true },
};
