/** What whoever volunteers agrees to, or the guardian for a child; another text is another version. */
export const volunteerRulesVersion = 1

export const volunteerRules: readonly string[] = [
  '志愿服务不收钱、不收礼，也不推销。',
  '答应了就准时到；去不了请早点在手机上退出，好让别人去。',
  '在别人家里看到、听到的不往外说，不拍照、不发朋友圈。',
  '去孩子或独居老人家里，两个人一起去。',
  '不是自己会做的事不做；着火、受伤、突然不舒服，先打 119、120。',
]

/** Beside it, for whoever is not 18. */
export const minorRules: readonly string[] = [
  '孩子不去别人家里做事，晚上九点以后不安排。',
  '孩子的姓名不公开。',
  '您可以随时在“办件”里替孩子退出。',
]
