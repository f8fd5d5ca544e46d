// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "message/made_fields.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::delivery {

/// Puts what was made for a person beside their text into the message for the provider.
void addFields(const message::MadeFields& fields, providers::OutgoingMessage& into);

}  // namespace heliograph::delivery
