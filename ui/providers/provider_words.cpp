// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "providers/definition/credential_places.h"

namespace heliograph::ui {

namespace {
struct ProviderWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui::ProviderWords)
};
}  // namespace

namespace {

using Outcome = providers::AccountVerdict::Outcome;

/// What couldn't be asked is neither good nor bad.
QString accountWords(Outcome outcome) {
  if (outcome == Outcome::Good) return ProviderWords::tr("The account is good.");
  return outcome == Outcome::Rejected ? ProviderWords::tr("The account is not good.")
                                      : ProviderWords::tr("The account couldn't be checked.");
}

QString senderWords(Outcome outcome) {
  if (outcome == Outcome::Good) return ProviderWords::tr("The sender is good.");
  return outcome == Outcome::Rejected ? ProviderWords::tr("The sender is not good.")
                                      : ProviderWords::tr("The sender couldn't be checked.");
}

}  // namespace

QString verdictWords(const ProviderVerdict& verdict) {
  QStringList words;
  if (verdict.account) {
    words << accountWords(verdict.account->outcome) << verdict.account->words << verdict.account->hint;
    if (!verdict.account->balance.isEmpty()) words << ProviderWords::tr("Balance: %1.").arg(verdict.account->balance);
  }
  if (verdict.sender) {
    words << senderWords(verdict.sender->outcome) << verdict.sender->words << verdict.sender->hint;
  }
  words.removeAll(QString());
  return words.join(QLatin1Char(' '));
}

QString credentialWords(const providers::ProviderDefinition& definition) {
  QStringList words;
  if (!providers::isBuiltIn(definition)) {
    const QStringList hosts = providers::credentialHosts(definition);
    words << (hosts.isEmpty() ? ProviderWords::tr("A definition of your own.")
                              : ProviderWords::tr("A definition of your own. Its credentials go to %1, nowhere else.")
                                    .arg(QLocale().createSeparatedList(hosts)));
  }
  if (providers::sendsSecretInAddress(definition)) {
    words << ProviderWords::tr(
        "This provider's key travels in the address. It is hidden here, but may stand in the provider's own logs.");
  }
  return words.join(QLatin1Char(' '));
}

campaign::Campaign providerTest() {
  campaign::Campaign test;
  test.name = ProviderWords::tr("Test");
  test.message = ProviderWords::tr("A test from Heliograph: this provider works.").toUtf8();
  return test;
}

}  // namespace heliograph::ui
