// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address_guard.h"

#include <QTest>
#include <QUrl>

using namespace heliograph::net;

class AddressGuardTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void onlyTheInternetIsPublic_data() {
    QTest::addColumn<bool>("isPublic");
    for (const char* address : {"127.0.0.1",
                                "127.255.255.254",
                                "10.0.0.1",
                                "10.255.255.255",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.1",
                                "169.254.169.254",
                                "100.64.0.1",
                                "100.127.255.255",
                                "100.100.100.200",
                                "0.0.0.0",
                                "0.1.2.3",
                                "224.0.0.1",
                                "239.1.2.3",
                                "240.0.0.1",
                                "255.255.255.255",
                                "192.0.0.192",
                                "192.0.2.1",
                                "198.18.0.1",
                                "198.51.100.7",
                                "203.0.113.9",
                                "192.88.99.1",
                                "168.63.129.16",
                                "::1",
                                "::",
                                "::ffff:127.0.0.1",
                                "::ffff:10.1.2.3",
                                "::127.0.0.1",
                                "fe80::1",
                                "fec0::1",
                                "fc00::1",
                                "fd00:ec2::254",
                                "ff02::1",
                                "2001:db8::1",
                                "2002:7f00:1::",
                                "2001::1",
                                "64:ff9b::7f00:1",
                                "64:ff9b::a00:1",
                                "64:ff9b:1::1",
                                "100::1",
                                "3fff::1",
                                "::ffff:a9fe:a9fe",
                                "::ffff:0:7f00:1",
                                "4000::1"}) {
      QTest::newRow(address) << false;
    }
    for (const char* address : {"1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.255.255", "172.32.0.1", "100.63.255.255",
                                "100.128.0.1", "192.0.1.1", "11.0.0.1", "126.255.255.255", "128.0.0.1",
                                "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"}) {
      QTest::newRow(address) << true;
    }
  }
  void onlyTheInternetIsPublic() {
    QFETCH(bool, isPublic);
    const QHostAddress address{QLatin1String(QTest::currentDataTag())};
    QVERIFY(!address.isNull());
    QCOMPARE(isPublicAddress(address), isPublic);
  }

  void noAddressIsNotPublic() {
    QVERIFY(!isPublicAddress(QHostAddress()));
    QVERIFY(!isSingleAddress(QHostAddress()));
  }

  void privateOnesCanBeAskedButNotAllAtOnce_data() {
    QTest::addColumn<bool>("isSingle");
    for (const char* address : {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "fe80::1"}) {
      QTest::newRow(address) << true;
    }
    for (const char* address :
         {"0.0.0.0", "0.0.0.7", "224.0.0.1", "255.255.255.255", "::", "ff02::1", "::ffff:0.0.0.0"}) {
      QTest::newRow(address) << false;
    }
  }
  void privateOnesCanBeAskedButNotAllAtOnce() {
    QFETCH(bool, isSingle);
    QCOMPARE(isSingleAddress(QHostAddress(QLatin1String(QTest::currentDataTag()))), isSingle);
  }

  void oddNotationsAreRead_data() {
    QTest::addColumn<QString>("address");
    const QString loopback = QStringLiteral("127.0.0.1");
    for (const char* host : {"127.1", "127.0.1", "0x7f.1", "0x7f000001", "0x7F.0x0.0x0.0x1", "2130706433", "0177.0.0.1",
                             "017700000001", "127.0.0.1.", "127.0.0.0x1"}) {
      QTest::newRow(host) << loopback;
    }
    QTest::newRow("10.256") << QStringLiteral("10.0.1.0");
    QTest::newRow("3232235777") << QStringLiteral("192.168.1.1");
    QTest::newRow("[::1]") << QStringLiteral("::1");
    QTest::newRow("::ffff:127.0.0.1") << QStringLiteral("::ffff:127.0.0.1");
    QTest::newRow("8.8.8.8") << QStringLiteral("8.8.8.8");
  }
  void oddNotationsAreRead() {
    QFETCH(QString, address);
    const auto read = literalAddress(QLatin1String(QTest::currentDataTag()));
    QVERIFY(read.has_value());
    QVERIFY(*read == QHostAddress(address));
  }

  void figuresThatAreNoAddressAreNone_data() {
    QTest::addColumn<QString>("given");
    for (const char* host :
         {"256.1.1.1", "1.2.3.4.5", "4294967296", "127.0.0.08", "1.2.3.256", "name.127", "0x7g.1.1.1"}) {
      QTest::newRow(host) << QString::fromLatin1(host);
    }
  }
  void figuresThatAreNoAddressAreNone() {
    QFETCH(QString, given);
    const auto read = literalAddress(given);
    QVERIFY(read.has_value());
    QVERIFY(read->isNull());
  }

  void namesAreNoAddresses_data() {
    QTest::addColumn<QString>("given");
    for (const char* host : {"localhost", "example.com", "1a.example", "127.0.0.1.nip.io", "0xdeadbeef.example"}) {
      QTest::newRow(host) << QString::fromLatin1(host);
    }
  }
  void namesAreNoAddresses() {
    QFETCH(QString, given);
    QVERIFY(!literalAddress(given).has_value());
  }
};

QTEST_GUILESS_MAIN(AddressGuardTest)
#include "address_guard_test.moc"
