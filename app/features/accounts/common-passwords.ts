/**
 * Passwords of ten characters and more that lists of stolen ones put first, in lower case. Guessing starts with these.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
0000000000 0123456789 0987654321 1029384756 1111111111 11111111111 1112223334 1122334455 112233445566 1212121212
1231231231 123123123123 1234512345 12345678900 1234567890 12345678901 123456789012 1234567890123 1234567891
12345678910 1234567899 123456789a 123456789q 123456789z 12345qwert 1234qwerasdf 1234qwer1234 123654789a 12qwaszx12
12qw34er56ty 1357924680 147258369a 1472583690 1597534862 159753456852 1234abcd1234 1a2b3c4d5e 1q2w3e4r5t 1q2w3e4r5t6y
1q2w3e4r5t6y7u 1qaz1qaz1qaz 1qaz2wsx3e 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 2222222222 2580258025 3216549870
5555555555 6666666666 7777777777 7894561230 7894561231 789456123a 8888888888 9876543210 98765432100 9999999999
a123456789 a1b2c3d4e5 a1b2c3d4e5f6 aaaaaaaaaa abc1234567 abc123456789 abcd123456 abcd1234abcd abcde12345 abcdef123456
abcdefghij abcdefghijk abcdefghijkl administrator admin12345 admin123456 alexander1 anthony123 arsenal123 asdasdasdasd
asdf123456 asdfasdfasdf asdfghjkl1 asdfghjkl123 asdfghjklm azertyuiop babygirl12 barcelona1 basketball basketball1
bismillah1 blink182blink bollywood1 butterfly1 caterpillar changeme12 changeme123 charlotte1 chelsea123 chocolate1
chocolate2 christopher computer12 computer123 cricket123 dragonball dragonball1 elizabeth1 everton123 facebook12
facebook123 football10 football11 football12 football123 forever123 friendship friends123 godisgood1 goodluck123
gwertyuiop hello12345 hello123456 hellohello helloworld hellokitty hellokitty1 helpme1234 ilovegod12 iloveyou12
iloveyou123 iloveyou1234 iloveyou22 iloveyou99 iloveyousomuch iloveyoubaby india12345 internet12 jacqueline
january2024 jesuschrist jesus12345 jonathan12 katherine1 krishna123 letmein123 letmein1234 lifeisgood liverpool1
liverpool12 liverpool123 lovelove12 lovelovelove loveyou123 manchester manchester1 manchesterunited manutd1234
maryjane12 master1234 mastermaster michael123 michelle12 microsoft1 midnight12 monkey1234 motherfucker mypassword
mypassword1 myspace123 nopassword nothing123 nottingham pa55word12 pakistan12 pakistan123 pass123456 passpass12
passw0rd12 passw0rd123 passwd1234 password00 password01 password10 password11 password12 password123 password1234
password12345 password123456 password13 password2023 password2024 password2025 password2026 password21 password22
password99 passwordpassword passwordpass password!! password1! password123! p@ssw0rd12 p@ssw0rd123 p@ssword123
p@55word123 playstation pokemon123 princess12 princess123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc1 qazwsxedc123 qazwsxedcrfv
qazxswedc1 qq123456789 qwaszx1234 qwe123qwe123 qwer123456 qwer1234qwer qwerasdfzxcv qwert12345 qwert123456 qwerty1234
qwerty12345 qwerty123456 qwerty1234567 qwerty123456789 qwerty7890 qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop12
qwertyuiop123 qwertyuiop[] rangers123 rockstar12 samsung123 samsung1234 sandwich12 scotland12 secret1234 september1
shadow1234 skateboard slipknot666 snowball12 softball12 spiderman1 spiderman12 spongebob1 spongebob123 starwars12
starwars123 strawberry strawberry1 student123 summer2023 summer2024 summer2025 summer2026 sunflower1 sunshine12
sunshine123 superman12 superman123 superstar1 test123456 test1234567 testing123 testing1234 teste12345 testtest12
tottenham1 tinkerbell tinkerbell1 trustno1trustno1 undertaker unbelievable universal1 victoria12 volleyball welcome123
welcome1234 welcome12345 westham123 whatever12 whatever123 winter2023 winter2024 winter2025 winter2026 wolverhampton
wwwwwwwwww xxxxxxxxxx zaq12wsxcde3 zaq1zaq1zaq1 zaq1xsw2cde3 zxcvbnm123 zxcvbnm1234 zxcvbnm12345 zxcvbnm,./ zzzzzzzzzz
brackenford brackenford1 myaccount1 myaccount12 myaccount123
`
    .trim()
    .split(/\s+/),
);
