export const divisionsText = {
  title: '选择社区',
  lead: '选您住的社区或村，以后随时可以换。',
  search: '按名字找社区或村',
  searchHint: '例如：东兴、dongxing、鹿城镇',
  none: (name: string) => `没有找到名字里有“${name}”的社区`,
  noneHelp: '少写一个字试试，或清空后一级一级选。',
  counties: '先选县市',
  townships: (county: string) => `${county}：选乡镇街道`,
  communities: (township: string) => `${township}：选社区或村`,
  upAgain: '重新选县市',
  chosen: (name: string) => `已切换到${name}`,
  results: '找到的社区',
  inside: '选社区或村',
}
/** The prefecture that this deployment serves. */
export const prefecture = '5323'
