import type { NoticeKind, NoticeTexts } from "~db/schema/directory";
import { shutLibrary } from "./libraries";
import { plusDay, roundId } from "./rounds";
import type { Ward } from "./ward-mesh";

interface Plan {
  id: string;
  kind: NoticeKind;
  /** Days from the day of seeding. */
  from: number;
  until: number;
  ward?: string;
  roundId?: string;
  libraryId?: string;
  texts: NoticeTexts;
}

/** What the demo council has to say; content, as an editor would write it, in each language of the portal. */
const plans: Plan[] = [
  {
    id: "harbour-bridge",
    kind: "roads",
    from: -5,
    until: 30,
    texts: {
      en: {
        title: "Harbour Bridge is closed to traffic",
        body: "The bridge is closed to cars, buses and lorries while it is repaired. You can still walk or wheel across. Diversions are signposted.",
      },
      pl: {
        title: "Harbour Bridge jest zamknięty dla ruchu",
        body: "Na czas naprawy most jest zamknięty dla samochodów, autobusów i ciężarówek. Nadal można przejść pieszo lub przejechać na wózku. Objazdy są oznakowane.",
      },
      ar: {
        title: "جسر هاربر مغلق أمام حركة المرور",
        body: "الجسر مغلق أمام السيارات والحافلات والشاحنات أثناء إصلاحه. لا يزال بإمكانك العبور سيرًا على الأقدام أو على كرسي متحرك. الطرق البديلة موضحة باللافتات.",
      },
      cy: {
        title: "Mae Harbour Bridge ar gau i draffig",
        body: "Mae'r bont ar gau i geir, bysiau a lorïau tra bydd yn cael ei thrwsio. Gallwch groesi ar droed neu mewn cadair olwyn o hyd. Mae arwyddion yn dangos y gwyriadau.",
      },
    },
  },
  {
    id: "larkmoor-library-heating",
    kind: "libraries",
    from: -1,
    until: shutLibrary.after + shutLibrary.days - 1,
    libraryId: shutLibrary.id,
    texts: {
      en: {
        title: "Larkmoor Library will close for a week",
        body: "We are replacing the heating. Loans that are due that week are extended, and you can use any other library with the same card.",
      },
      pl: {
        title: "Biblioteka Larkmoor będzie zamknięta przez tydzień",
        body: "Wymieniamy ogrzewanie. Terminy zwrotu przypadające w tym tygodniu zostaną przedłużone, a z tą samą kartą można korzystać z każdej innej biblioteki.",
      },
      ar: {
        title: "ستُغلق مكتبة لاركمور لمدة أسبوع",
        body: "نستبدل نظام التدفئة. ستُمدَّد مواعيد إعادة المواد المستعارة التي تحل في ذلك الأسبوع، ويمكنك استخدام أي مكتبة أخرى بالبطاقة نفسها.",
      },
      cy: {
        title: "Bydd Llyfrgell Larkmoor ar gau am wythnos",
        body: "Rydym yn gosod system wresogi newydd. Caiff benthyciadau sydd i'w dychwelyd yr wythnos honno eu hymestyn, a gallwch ddefnyddio unrhyw lyfrgell arall gyda'r un cerdyn.",
      },
    },
  },
  {
    id: "parks-survey",
    kind: "council",
    from: -10,
    until: 45,
    texts: {
      en: {
        title: "Have your say on parks and play areas",
        body: "Tell us which parks need new play equipment, lighting or seats. Your answers decide where we spend first.",
      },
      pl: {
        title: "Wypowiedz się w sprawie parków i placów zabaw",
        body: "Powiedz nam, w których parkach potrzebne są nowe urządzenia do zabawy, oświetlenie lub ławki. To odpowiedzi mieszkańców zdecydują, od czego zaczniemy.",
      },
      ar: {
        title: "شاركنا رأيك في الحدائق وملاعب الأطفال",
        body: "أخبرنا أي الحدائق تحتاج إلى ألعاب أو إضاءة أو مقاعد جديدة. إجاباتكم هي التي تحدد أين ننفق أولًا.",
      },
      cy: {
        title: "Rhowch eich barn am barciau a mannau chwarae",
        body: "Dywedwch wrthym pa barciau sydd angen offer chwarae, goleuadau neu seddi newydd. Eich atebion chi fydd yn penderfynu ble byddwn yn gwario gyntaf.",
      },
    },
  },
  {
    id: "mill-lane-water",
    kind: "roads",
    from: -2,
    until: 12,
    ward: "Harbourside",
    texts: {
      en: {
        title: "Water main work on Mill Lane",
        body: "The water company is working on Mill Lane in Harbourside. Bin lorries will still come: please put your bins out by 6am as usual.",
      },
      pl: {
        title: "Prace przy wodociągu na Mill Lane",
        body: "Firma wodociągowa prowadzi prace na Mill Lane w dzielnicy Harbourside. Śmieciarki będą przyjeżdżać bez zmian: prosimy wystawiać pojemniki jak zwykle do godziny 6:00.",
      },
      ar: {
        title: "أعمال في خط المياه الرئيسي في ميل لين",
        body: "تعمل شركة المياه في ميل لين في هاربرسايد. ستستمر شاحنات جمع النفايات في المرور: يُرجى إخراج الحاويات قبل الساعة السادسة صباحًا كالمعتاد.",
      },
      cy: {
        title: "Gwaith ar y brif bibell ddŵr yn Mill Lane",
        body: "Mae'r cwmni dŵr yn gweithio yn Mill Lane, Harbourside. Bydd y lorïau biniau'n dal i ddod: rhowch eich biniau allan erbyn 6am fel arfer.",
      },
    },
  },
  {
    id: "recycling-left-behind",
    kind: "collections",
    from: 0,
    until: 1,
    roundId: roundId(1, "a"),
    texts: {
      en: {
        title: "Some recycling was left behind",
        body: "A lorry broke down. If your recycling was not taken, leave it out: a crew will be back by tomorrow evening. There is no need to report it.",
      },
      pl: {
        title: "Część odpadów do recyklingu nie została odebrana",
        body: "Zepsuła się śmieciarka. Jeśli Twoje odpady do recyklingu nie zostały zabrane, zostaw je na zewnątrz: ekipa wróci najpóźniej jutro wieczorem. Nie trzeba tego zgłaszać.",
      },
      ar: {
        title: "لم تُجمع بعض المواد القابلة لإعادة التدوير",
        body: "تعطلت إحدى الشاحنات. إذا لم تُؤخذ مواد إعادة التدوير الخاصة بك فاتركها في الخارج: سيعود الفريق قبل مساء الغد. لا حاجة إلى الإبلاغ عن ذلك.",
      },
      cy: {
        title: "Gadawyd rhywfaint o ailgylchu heb ei gasglu",
        body: "Torrodd lori i lawr. Os na chasglwyd eich ailgylchu, gadewch ef allan: bydd criw yn ôl erbyn nos yfory. Nid oes angen rhoi gwybod amdano.",
      },
    },
  },
];

/** Notices that are current on the day of seeding. */
export function makeNotices(wards: Ward[], today: string) {
  return plans.map(({ ward, from, until, ...plan }) => ({
    roundId: null,
    libraryId: null,
    ...plan,
    wardCode: wards.find(({ name }) => name === ward)?.code ?? null,
    from: plusDay(today, from),
    until: plusDay(today, until),
  }));
}
