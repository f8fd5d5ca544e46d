// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/provider_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace heliograph::ui {

namespace {
struct ProviderWords {
  Q_DECLARE_TR_FUNCTIONS(heliograph::ui::ProviderWords)
};
}  // namespace

QString verdictWords(const ProviderVerdict& verdict) {
  using Outcome = providers::AccountVerdict::Outcome;
  QStringList words;
  if (verdict.account) {
    words << (verdict.account->outcome == Outcome::Good ? ProviderWords::tr("The account is good.")
                                                        : ProviderWords::tr("The account is not good."));
    words << verdict.account->words << verdict.account->hint;
    if (!verdict.account->balance.isEmpty()) words << ProviderWords::tr("Balance: %1.").arg(verdict.account->balance);
  }
  if (verdict.sender) {
    words << (verdict.sender->outcome == Outcome::Good ? ProviderWords::tr("The sender is good.")
                                                       : ProviderWords::tr("The sender is not good."));
    words << verdict.sender->words << verdict.sender->hint;
  }
  words.removeAll(QString());
  return words.join(QLatin1Char(' '));
}

campaign::Campaign providerTest() {
  campaign::Campaign test;
  test.name = ProviderWords::tr("Test");
  test.message = ProviderWords::tr("A test from Heliograph: this provider works.").toUtf8();
  return test;
}

}  // namespace heliograph::ui
