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
}
