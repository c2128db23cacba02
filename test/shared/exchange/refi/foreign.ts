import { strToU8, zipSync } from 'fflate'

/*
 * Projects of other tools, written by hand after what they write: QualCoder 3.8 by its source (refi.py), NVivo, ATLAS.ti
 * and MAXQDA by their exports as issue threads and readers of others describe them (docs/decisions/refi.md).
 */

const MARK = new Uint8Array([0xef, 0xbb, 0xbf])
export const marked = (text: string): Uint8Array => new Uint8Array([...MARK, ...strToU8(text)])

/** A zip of a project and its files. */
export const packed = (
  qde: string | Uint8Array,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  name = 'project.qde',
) =>
  zipSync({
    [name]: typeof qde === 'string' ? strToU8(qde) : qde,
    ...Object.fromEntries(
      Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? strToU8(file) : file]),
    ),
  })

export const G = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const project = (origin: string, body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="研究" origin="${origin}" creatingUserGUID="${G(1)}" creationDateTime="2024-03-01T08:00:00Z" xmlns="urn:QDA-XML:project:1.0">\n${body}</Project>`

const codes = `<CodeBook><Codes>
<Code guid="${G(10)}" name="经济" isCodable="false"><Description>类别</Description>
<Code guid="${G(11)}" name="增长" isCodable="true" color="#FF0000" /></Code>
<Code guid="${G(12)}" name="民生" isCodable="true" color="#0f0"/>
</Codes></CodeBook>`

/** Files with a byte order mark that does not count; annotations as notes with a selection; journals as notes; no user known by `""`. */
export const qualCoder = (): Uint8Array =>
  packed(
    marked(
      project(
        'QualCoder 3.8.2',
        `<Users>\n<User guid="${G(1)}" name="default" />\n</Users>\n${codes}
<Variables>\n<Variable guid="${G(60)}" name="年份" typeOfVariable="Text" >\n<Description />\n</Variable>\n</Variables>
<Cases>\n<Case guid="${G(61)}" name="甲" />\n</Cases>
<Sources>
<TextSource richTextPath="internal://${G(20)}.txt" plainTextPath="internal://${G(21)}.txt" creatingUser="${G(1)}" creationDateTime="2024-03-02T09:00:00Z" guid="${G(20)}" name="报告&amp;一">
<Description>文件备忘</Description>
<PlainTextSelection guid="${G(30)}" startPosition="3" endPosition="7" name="经济增长" creatingUser="${G(1)}" creationDateTime="2024-03-03T10:00:00Z">
<Description>编码备忘</Description>
<Coding guid="${G(31)}" creatingUser="${G(1)}" >\n<CodeRef targetGUID="${G(11)}" />\n</Coding>
</PlainTextSelection>
<PlainTextSelection guid="${G(32)}" startPosition="3" endPosition="700" name="" creatingUser="" creationDateTime="2024-03-03T10:00:00Z">
<Coding guid="${G(33)}" creatingUser="" >\n<CodeRef targetGUID="${G(12)}" />\n</Coding>
</PlainTextSelection>
<NoteRef targetGUID="${G(40)}" />
</TextSource>
<PictureSource creatingUser="${G(1)}" path="internal://${G(22)}.png" guid="${G(22)}" name="图.png" ></PictureSource>
</Sources>
<Notes>
<Note guid="${G(41)}" creatingUser="${G(1)}" creationDateTime="2024-03-04T11:00:00Z" name="日志"  plainTextPath="internal://${G(41)}.txt" >\n<Description /></Note>
<Note guid="${G(40)}" creatingUser="${G(1)}" creationDateTime="2024-03-05T12:00:00Z" >
<PlainTextContent>标注的话</PlainTextContent>
<PlainTextSelection guid="${G(42)}" startPosition="0" endPosition="2" />
</Note>
</Notes>
<Description>课题说明</Description>`,
      ),
    ),
    { [`Sources/${G(21)}.txt`]: marked('𠮷年\n经济增长5%'), [`Sources/${G(41)}.txt`]: marked('今天读了一份') },
  )

/** GUIDs in capitals and braces; CR LF counts as two, characters beyond U+FFFF as two; notes by links; documents as Word and text. */
export const nvivo = (): Uint8Array =>
  packed(
    project(
      'NVivo 14',
      `<Users><User guid="{${G(1).toUpperCase()}}" name="Zhou" id="Z"/></Users>${codes}
<Sources>
<TextSource guid="${G(20)}" name="报告" richTextPath="internal://${G(20)}.docx" plainTextPath="internal://${G(20)}.txt" creatingUser="${G(1)}" creationDateTime="2024-03-02T09:00:00Z">
<PlainTextSelection guid="${G(30)}" name="经济增长" startPosition="5" endPosition="9" modifyingUser="${G(1)}" modifiedDateTime="2024-03-03T10:00:00Z">
<Coding guid="${G(31)}" creatingUser="${G(1)}" creationDateTime="2024-03-03T10:00:00Z"><CodeRef targetGUID="{${G(11)}}"/></Coding>
<Coding guid="${G(34)}"><CodeRef targetGUID="${G(61)}"/></Coding>
</PlainTextSelection></TextSource>
</Sources>
<Notes><Note guid="${G(40)}" plainTextPath="internal://${G(40)}.txt" modifiedDateTime="2024-03-03T10:00:00+08:00"/></Notes>
<Links><Link guid="${G(50)}" originGUID="${G(40)}" targetGUID="${G(30)}"/><Link guid="${G(51)}" originGUID="${G(11)}" targetGUID="${G(12)}"/></Links>
<Sets><Set guid="${G(70)}" name="一组"><MemberSource targetGUID="${G(20)}"/></Set></Sets>`,
    ),
    { [`sources/${G(20)}.txt`]: '𠮷年\r\n经济增长', [`sources/${G(40)}.txt`]: '链接来的话' },
  )

/** The file has CR LF, positions count it as one. */
export const atlas = (): Uint8Array =>
  packed(
    project(
      'ATLAS.ti 24.1',
      `<Users><User guid="${G(1)}" name="李"/></Users>${codes}
<Sources>
<TextSource guid="${G(20)}" name="1: 报告" plainTextPath="internal://${G(20)}.txt" creatingUser="${G(1)}" creationDateTime="2024-03-02T09:00:00Z">
<PlainTextSelection guid="${G(30)}" name="经济增…" startPosition="4" endPosition="8" creatingUser="${G(1)}" creationDateTime="2024-03-03T10:00:00">
<Coding guid="${G(31)}" creatingUser="${G(1)}"><CodeRef targetGUID="${G(11)}"/><NoteRef targetGUID="${G(40)}"/></Coding></PlainTextSelection>
</TextSource>
<PDFSource guid="${G(23)}" name="扫描.pdf" path="internal://${G(23)}.pdf">
<PDFSelection guid="${G(35)}" page="1" firstX="1" firstY="1" secondX="2" secondY="2"/>
<Representation guid="${G(24)}" plainTextPath="internal://${G(24)}.txt"><PlainTextSelection guid="${G(36)}" startPosition="0" endPosition="2"><Description>只有话</Description></PlainTextSelection></Representation>
</PDFSource>
<AudioSource guid="${G(25)}" name="a.mp3"/>
<TextSource guid="${G(26)}" name="外面" plainTextPath="absolute:///etc/passwd"/>
</Sources>
<Notes><Note guid="${G(40)}" name="备忘"><PlainTextContent>编码上的话</PlainTextContent></Note></Notes>`,
    ),
    { [`sources/${G(20)}.txt`]: '一\r\n二\r\n经济增长', [`sources/${G(24)}.txt`]: '两页' },
  )

export { codes, project }
