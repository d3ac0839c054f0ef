export const followUpText = {
  rating: '我的评价',
  ratingHelp: '写了什么、社区怎么回复',
  disclose: '让单位知道是您',
  discloseHelp: '单位现在不知道是您',
  discloseTitle: '让被评价的单位知道是您？',
  discloseLines: ['单位会看到是哪一件办件，也就知道是您。', '同意后不能收回。不同意也不影响跟进。'],
  discloseNo: '先不让知道',
  discloseYes: '同意',
  disclosed: '单位现在知道是您',
  confidential: {
    ratingHelp: '评的等级和原因',
    disclose: '让跟进的人打电话给您',
    discloseHelp: '跟进的人现在不知道是您',
    discloseTitle: '让跟进的人打电话给您？',
    discloseLines: [
      '负责跟进的上级单位会看到您的名字和电话；社区看不到。',
      '同意后不能收回。不同意也不影响跟进。',
    ],
    discloseNo: '先不',
    discloseYes: '同意',
    disclosed: '跟进的人现在看得到您的电话',
  },
}
