export default async ({page,app,step,key,btn,zh,tick,profile,shot})=>{
  await step('30-notice', async()=>{ await app.evaluate(({dialog},p)=>{dialog.showSaveDialog=async()=>({canceled:false,filePath:p})}, '/proc/nope/对比 导出.csv'); await key('Control+Shift+D'); await tick(); await btn(zh?'导出':'Export').click(); await page.getByRole('menuitem',{name:/CSV/}).click(); await tick() })
  await step('31-switch', async()=>{ await btn(zh?'切换浅色和深色':'Switch between light and dark').click(); await tick(); await btn(zh?'切换界面语言':'Switch the language').click(); await tick() })
  console.log('settings', (await import('node:fs')).readFileSync(profile+'/settings.json','utf8'))
}
