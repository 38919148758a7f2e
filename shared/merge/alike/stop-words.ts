import type { LexiconLanguage } from './lexicon/concept.ts'

// Words that say nothing of what a text asks for: what holds sentences together, and verbs as general as "make".
const WORDS: Readonly<Record<Exclude<LexiconLanguage, 'zh'>, string>> = {
  en: `a an the this that these those such same other others another any all each every both some no not nor or and but
    if then than so as at by for from in into of off on onto out over per to under until up upon via with within about
    above after again against along among amongst around because been before being below between beyond during either
    it its itself he she they them their theirs his her him we us our you your who whom whose which what when where
    while how why there here is are was were be am has have had having do does did done doing can could may might must
    shall will would also only very more most much many less least few fewer own too just even yet still ever never
    including include includes included whether through throughout towards toward across therefore thus however
    take takes taken taking make makes made making give gives given giving get gets need needs needed use uses used
    using order view particular especially namely well way ways one two three first second new long further regard
    regarding concerning relevant related relation respect accordance necessary appropriate possible effective
    effectively fully possess like keep keeps kept bring brings put puts set sets line place part number
    carry carried full good high large number example etc`,
  fr: `le la les l un une des de du d au aux a à en et ou où ni mais donc or car si que qu qui quoi dont ce cet cette
    ces c s se sa son ses leur leurs notre nos votre vos il elle ils elles on nous vous y ne n pas plus moins très
    trop peu tout toute tous toutes chaque aucun aucune autre autres même mêmes tel telle tels telles par pour sur
    sous dans entre vers chez avec avant après depuis pendant lors lorsque quand comme afin ainsi aussi alors dès
    contre selon envers hors être est sont était étaient soit soient sera seront serait été étant avoir ont avait ait
    aient aura auront ayant fait faire font fasse fassent peut peuvent puisse puissent pouvoir pourrait compris
    notamment cela ceci celui celle ceux celles lequel laquelle lesquels lesquelles auquel jusqu jusque
    prendre prennent prenne prises pris donner donnent utiliser égard cadre vue particulier particulièrement
    également nécessaire nécessaires approprié appropriés possible concernant relatif relative relatives relatifs
    matière titre sens lieu place cas bien nouveau nouvelle nouvelles nouveaux premier première deux trois nombre
    manière façon efficace efficacement pleinement ensuite grand grande grandes grands exemple`,
  es: `el la los las lo un una unos unas de del al a en y e o u ni pero sino si que qué quien quienes cual cuales cuyo
    cuya cuyos cuyas este esta estos estas ese esa esos esas aquel aquella aquello esto eso se su sus le les me nos
    nuestro nuestra él ella ellos ellas no más menos muy mucho muchos muchas poco todo toda todos todas cada ningún
    ninguna otro otra otros otras mismo misma mismos mismas tal tales por para sobre bajo entre hacia hasta desde
    con contra según ante tras durante cuando donde como así también ya aún sea sean ser es son era eran fue fueron
    será serán sería siendo sido estar está están esté estén haber ha han había haya hayan hay habrá hacer hace hacen
    haga hagan hecho puede pueden pueda puedan poder podrán podría tener tiene tienen tenga tengan incluido incluida
    incluidos incluidas particular especial especialmente respecto relación relativo relativa relativos relativas
    necesario necesaria necesarios necesarias apropiado posible efectivo efectiva eficaz eficazmente plenamente
    adopten adoptar tomar dar den utilizar uso fin fines efecto marco materia manera forma modo caso lugar parte
    nuevo nueva nuevos nuevas primer primera dos tres número gran grandes bien vez ejemplo a favor`,
  ar: `من في على إلى الى عن مع بين ب ل ك و ف أو او أم ثم حتى منذ خلال عند لدى حول ضد نحو قبل بعد تحت فوق دون أن ان إن
    أنّ لأن كان كانت يكون تكون أن يكن هو هي هم هن هما هذا هذه ذلك تلك هؤلاء التي الذي الذين اللذين اللاتي اللواتي
    ما ماذا كل جميع بعض أي أية غير سوى لا لم لن ليس ليست قد لقد كما كذلك أيضا إذا إذ حيث بما بها به بهم لها له لهم
    فيها فيه فيهم منها منه منهم عليها عليه عليهم إليها إليه إليهم عنها عنه ذات ذوي ذو نفس نفسه نفسها وفقا طبقا
    بشأن بخصوص لأجل أجل بغية قصد بهدف سبيل إطار مجال صدد عملية عمليات قيام يقوم تقوم تقومان وجود طريق شأن
    اتخاذ تتخذ يتخذ اللازمة اللازم لازمة مناسبة المناسبة خاصة خاص بصفة بصورة بشكل فعال فعالة أكثر أقل عدد أحد
    إحدى واحد واحدة أول آخر أخرى آخرين مختلف سائر عدم يمكن تمكين مما فضلا علاوة كافة كلما جديدة جديد كبيرة مثل لما`,
  ru: `и в во на с со к ко о об обо от до из изо у за по под над при про для без через между перед после среди около
    против а но да или либо то ни не нет же ли бы что чтобы как так также тоже если когда где куда откуда пока хотя
    это этот эта эти этого этой этих этому этим тот та те того той тех тем том его ее её их им ими ему ей нее него них
    он она оно они мы нас нам вы вас себя свой своя свое свои своего своей своих своим который которая которое
    которые которого которой которых которым которыми весь вся все всё всего всей всех всем каждый каждая каждое
    каждого каждой другой другие других другим такой такая такие таких таким любой быть был была были было будет
    будут есть является являются являлся может могут мочь можно более менее очень только уже еще ещё лишь ради
    путем целях цели цель связи отношении области сфере рамках основе учетом счет числе числу соответствии
    образом надлежащий надлежащим принять принимать необходимые необходимых эффективно эффективный эффективные
    полностью новый новые один одна одно два три первый случае случаях случаи лиц лица лицо`,
}

/** One character that holds a Chinese sentence together. */
export const HAN_STOPS = new Set(
  '的了和与及等在对于是以为其之或并而且也就都由从向被将把所该此这那个中上下内外后前时不有可能各',
)

/** Gives the words of a language that tell nothing of a text, as they are spelt. */
export function stopWordsOf(lang: LexiconLanguage): readonly string[] {
  return lang === 'zh' ? [] : WORDS[lang].trim().split(/\s+/)
}
