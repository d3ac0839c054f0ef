// Both runners use the preset; the target comes from browserslist in package.json (docs/design.md › Budgets).
module.exports = {
  plugins: [require.resolve('./config/server-words.cjs')],
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false }]],
}
